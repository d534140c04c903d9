/** The rules that hold a row's total against something else: any of them may speak where a total is another, or is there at last. */
export const RULES_ON_TOTALS: readonly string[] = [
  ...['sum-mismatch', 'sum-rounding', 'amount-ceiling', 'quantity-times-price'],
];
