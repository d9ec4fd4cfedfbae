export { oneLine } from '../features/oneLine';
