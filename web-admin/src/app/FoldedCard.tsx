import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import page from './Page.module.css';

interface FoldedCardProps {
  id: string;
  title: string;
  children: ReactNode;
}

/** A card that is looked into now and then: on a narrow screen it opens when it is asked for. */
export function FoldedCard({ id, title, children }: FoldedCardProps) {
  const narrow = useMediaQuery('(max-width: 46rem)', false, { getInitialValueInEffect: false });
  const heading = <h2 id={id}>{title}</h2>;
  return (
    <section className={page.card} aria-labelledby={id}>
      {narrow ? (
        <details>
          <summary>{heading}</summary>
          <div className={page.folded}>{children}</div>
        </details>
      ) : (
        <>
          {heading}
          {children}
        </>
      )}
    </section>
  );
}
