import { eastAsianWidth } from 'get-east-asian-width';

/** How many columns a text takes in a fixed-width font: Han and full-width forms two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += eastAsianWidth(character.codePointAt(0) as number);
  return width;
}
