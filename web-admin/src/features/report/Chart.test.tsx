import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Chart } from './Chart';

const bars = (count: number) => Array.from({ length: count }, (_, n) => ({ label: `№ ${n}`, told: `${n} сом`, size: n }));

test('each bar has its value, as far as bars go', () => {
  render(<Chart kind="BARS" label="Продажи" bars={bars(50)} />);
  expect(screen.getByText('39 сом')).toBeTruthy();
  expect(screen.queryByText('40 сом')).toBeNull();
});

test('a line of so many points that no value could be read has them for who points at one', () => {
  const { rerender } = render(<Chart kind="LINE" label="Продажи" bars={bars(40)} />);
  expect(screen.getByText('39 сом')).toBeTruthy();
  rerender(<Chart kind="LINE" label="Продажи" bars={bars(41)} />);
  expect(screen.queryByText('39 сом')).toBeNull();
  expect(screen.getByTitle('№ 40: 40 сом')).toBeTruthy();
});

test('nothing is no picture', () => {
  const { container } = render(<Chart kind="BARS" label="Продажи" bars={bars(1)} />);
  expect(container.innerHTML).toBe('');
});
