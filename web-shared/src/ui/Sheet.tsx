import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import css from './Sheet.module.css';

interface SheetProps {
  label: string;
  open: boolean;
  onClose: () => void;
  /** On a wide screen the sheet hangs below it; on a phone it rises from the bottom edge. */
  anchor: RefObject<HTMLElement | null>;
  /** As wide as its content asks for, up to the screen. */
  wide?: boolean;
  children: ReactNode;
}

const WIDE = '(min-width: 48rem)';
const GAP_PX = 6;

/** The browser's own modal dialog: it keeps the focus inside, closes by Escape and gives the focus back. */
export function Sheet({ label, open, onClose, anchor, wide, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const box = dialog.current;
    if (!box || !open) return;
    box.showModal();
    box.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    const place = () => {
      const rect = anchor.current?.getBoundingClientRect();
      if (!rect || !window.matchMedia(WIDE).matches) {
        box.style.removeProperty('top');
        box.style.removeProperty('left');
        return;
      }
      const below = rect.bottom + GAP_PX;
      const room = window.innerHeight - box.offsetHeight - GAP_PX;
      box.style.top = `${Math.max(GAP_PX, Math.min(below, room))}px`;
      box.style.left = `${Math.max(GAP_PX, Math.min(rect.left, window.innerWidth - box.offsetWidth - GAP_PX))}px`;
    };
    place();
    window.addEventListener('resize', place);
    return () => {
      window.removeEventListener('resize', place);
      box.close();
    };
  }, [open, anchor]);

  return (
    // A click on the backdrop closes; the keyboard has Escape.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className={css.sheet}
      aria-label={label}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      {open && <div className={css.body} data-wide={wide}>{children}</div>}
    </dialog>
  );
}
