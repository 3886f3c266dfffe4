import { type NameBook, nameBook } from '../../../src/questions/names.ts';
import { recordFromFiles, rowsOf } from '../../setup/record-files.ts';

/** The names of all States, with every alias of the record's files. */
export function bookFromFiles(): NameBook {
  const aliases = rowsOf('aliases');
  return nameBook(
    recordFromFiles().states.map((state) => ({
      ...state,
      aliases: aliases.filter(({ iso3 }) => iso3 === state.iso3).map(({ alias = '' }) => ({ text: alias })),
    })),
  );
}
