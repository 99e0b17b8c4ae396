import type { Place } from './grid-types.js';

interface Size {
  rows: number;
  columns: number;
  /** Rows in sight. */
  page: number;
}

const clamp = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));

const STEPS: Record<string, (size: Size) => [number, number]> = {
  ArrowUp: () => [-1, 0],
  ArrowDown: () => [1, 0],
  ArrowLeft: () => [0, -1],
  ArrowRight: () => [0, 1],
  PageUp: ({ page }) => [-page, 0],
  PageDown: ({ page }) => [page, 0],
  Home: ({ columns }) => [0, -columns],
  End: ({ columns }) => [0, columns],
};

/** Where a key leads from a cell; null for a key that leads nowhere. Ctrl goes to the edge. */
export function placeAfter(key: string, ctrl: boolean, at: Place, size: Size): Place | null {
  const [down, right] = STEPS[key]?.(size) ?? [0, 0];
  if (!STEPS[key]) return null;
  if (ctrl && (key === 'Home' || key === 'End')) {
    return key === 'Home'
      ? { row: 0, column: 0 }
      : { row: size.rows - 1, column: size.columns - 1 };
  }
  const far = ctrl ? size.rows + size.columns : 1;
  return {
    row: clamp(at.row + down * far, size.rows),
    column: clamp(at.column + right * far, size.columns),
  };
}

/** The next cell in reading order, or the one before; null past either end. */
export function nextPlace(at: Place, back: boolean, { rows, columns }: Size): Place | null {
  const index = at.row * columns + at.column + (back ? -1 : 1);
  if (index < 0 || index >= rows * columns) return null;
  return { row: Math.floor(index / columns), column: index % columns };
}
