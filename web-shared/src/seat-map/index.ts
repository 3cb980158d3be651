export { SeatMap, type SeatMapProps } from './SeatMap';
export { CellIcon } from './CellIcon';
export { bestSeats } from './bestSeats';
export * from './model';
