export { GoLink } from './GoLink';
export { useGo, useParam, usePath, useSearchText, type Destination } from './navigation';
export { parseSearch, readSearch, stringifySearch, type SearchText } from './searchParams';
