import { Icon } from '../frame/Icon.tsx';

interface PagesProps {
  page: number;
  /** Rows on a page. */
  size: number;
  /** Rows in all. */
  count: number;
  turn(page: number): void;
}

/** "1–10 of 22" with back and forth; nothing when all rows are on one page. */
export function Pages({ page, size, count, turn }: PagesProps) {
  const last = Math.ceil(count / size) - 1;
  if (last < 1) return null;
  return (
    <div class="pages">
      <span role="status">
        {page * size + 1}–{Math.min((page + 1) * size, count)} of {count}
      </span>
      <button
        type="button"
        class="button button-icon"
        aria-label="Previous rows"
        aria-disabled={page === 0}
        onClick={() => turn(Math.max(page - 1, 0))}
      >
        <Icon name="left" />
      </button>
      <button
        type="button"
        class="button button-icon"
        aria-label="Next rows"
        aria-disabled={page === last}
        onClick={() => turn(Math.min(page + 1, last))}
      >
        <Icon name="right" />
      </button>
    </div>
  );
}
