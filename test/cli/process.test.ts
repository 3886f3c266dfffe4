import { beforeAll, describe, expect, it } from 'vitest';
import { TODAY } from '../setup/command-line.ts';
import { recordFolder } from '../setup/folder.ts';
import { start } from '../setup/process.ts';

let folder: string;
const action5 = (...args: readonly string[]) => start('action5.mjs', args, { ...TODAY, ACTION5_DATA: folder });

beforeAll(() => {
  folder = recordFolder();
});

describe('action5 as a process', () => {
  it('prints JSON and nothing else, one answer to each line of standard input', async () => {
    const asking = action5('ask', '--json', '--batch', '-');
    asking.type('which states need victim assistance?\r\n\r\nis Chad a State Party?\r\n');
    const { code, out, err } = await asking.ended;
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).outcome),
    ).toEqual(['answered', 'not_understood', 'answered']);
  });

  it('ends quietly when nobody reads on, as with `| head`', async () => {
    const listing = action5('deadlines');
    listing.hangUp();
    const { code, err } = await listing.ended;
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('ends with 2 and words on standard error alone for what cannot be used', async () => {
    const { code, out, err } = await action5('state', 'Lebanon', '--as-of', '2019-02-30').ended;
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: expect.stringContaining('2019-02-30') });
  });

  it('ends with 1 when the doctor has findings', async () => {
    const { code, err } = await action5('doctor', '--json').ended;
    expect({ code, err }).toEqual({ code: 1, err: '' });
  });
});
