/** Seats of one ride in the order of passengers; `auto` leaves the choice to the server. */
export interface SeatChoice {
  auto: boolean;
  seats: string[];
}
export const emptyChoice: SeatChoice = { auto: false, seats: [] };

const key = (place: string) => `beket.seats.${place}`;

/** Choices survive a reload of the page, in this tab only. */
export function readChoices(place: string, rides: number): SeatChoice[] {
  try {
    const stored = JSON.parse(sessionStorage.getItem(key(place)) ?? '[]') as SeatChoice[];
    return Array.from({ length: rides }, (_, index) => stored[index] ?? emptyChoice);
  } catch {
    return Array.from({ length: rides }, () => emptyChoice);
  }
}
export const writeChoices = (place: string, choices: SeatChoice[]): void => sessionStorage.setItem(key(place), JSON.stringify(choices));

/** Takes a seat or gives it back; one more than there are passengers replaces the earliest. */
export function toggleSeat(choice: SeatChoice, label: string, people: number): SeatChoice {
  if (choice.seats.includes(label)) return { auto: false, seats: choice.seats.filter((one) => one !== label) };
  return { auto: false, seats: [...choice.seats, label].slice(-people) };
}
