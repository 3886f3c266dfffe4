export { ask, askAll } from './asking.ts';
export { keepSavedOnly, type SavedAnswer, savedAnswers, savedBy, sawAnswers } from './saved.ts';
