/** Where something that belongs to a piece is put: beside it, in sight, never over it. Pure. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Placed {
  readonly left: number;
  readonly top: number;
  /** Higher it may not be; what is left over scrolls. */
  readonly maxHeight: number;
}

const GAP = 4;

/** Below the piece where there is room, else where there is more of it. */
export function placeBeside(piece: Box, size: { width: number; height: number }, sight: Box): Placed {
  const below = sight.bottom - piece.bottom - 2 * GAP;
  const above = piece.top - sight.top - 2 * GAP;
  const isBelow = below >= size.height || below >= above;
  const maxHeight = Math.max(0, isBelow ? below : above);
  const height = Math.min(size.height, maxHeight);
  return {
    left: Math.max(sight.left + GAP, Math.min(piece.left, sight.right - size.width - GAP)),
    top: isBelow ? piece.bottom + GAP : piece.top - GAP - height,
    maxHeight,
  };
}
