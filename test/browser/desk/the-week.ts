import { describe, expect, test } from 'vitest';
import type { DeskScene } from './desk-scene.ts';

/** The days after, until Friday at two. */
export function theWeek({ page, enter, say, message, moveTo }: DeskScene): void {
  describe('from another workspace', () => {
    test('/ccm is not a valid command, and what the desk answers to others stays unseen', async () => {
      await enter('#/U0MINISTRY/C0SIDEEVENT');
      await say('/ccm which states need victim assistance?');
      await message('/ccm is not a valid command.').waitFor();
      await expect.poll(() => message('Nine States Parties').count()).toBe(0);
    });
  });

  describe('a thematic coordinator without a role', () => {
    test('asks who asked for both, and sees no button to log', async () => {
      await enter('#/U0MEXICO/C0SIDEEVENT');
      await say('/ccm who asked for both clearance and VA?');
      await message('Afghanistan, Chad, Lao PDR, Lebanon, Montenegro, State of Palestine.').waitFor();
      await say('/ccm state Lebanon');
      const card = message('Next: extension request (Art. 4)');
      await card.waitFor();
      await expect.poll(() => card.getByRole('button', { name: 'Log a request' }).count()).toBe(0);
    });
  });

  describe('when Slack says that there were too many events', () => {
    test('the desk goes on answering', async () => {
      await enter('#/U0MONTENEGRO/C0SIDEEVENT?faults');
      await page().getByRole('button', { name: 'Say there were too many' }).click();
      await say('/ccm state Chad');
      await message('1 September 2023').waitFor();
      await page()
        .getByText(/The desk holds \d sockets? open\./)
        .waitFor();
    });
  });

  describe('Friday, 14:00', () => {
    test('shows the ISU what Monday will say, with a way to hold it', async () => {
      await moveTo('2019-11-22T14:00:00+01:00');
      await enter('#/U0ISU/D0ISU');
      const preview = message('Silence means that it goes.');
      await preview.getByText('Deadlines · week of Monday 25 November 2019').waitFor();
      await preview.getByRole('button', { name: 'Hold' }).waitFor();
      await page().getByRole('button', { name: 'isu-deadlines' }).click();
      await page().getByRole('heading', { name: '#isu-deadlines' }).waitFor();
      await expect.poll(() => message('week of Monday 25 November 2019').count()).toBe(0);
    });
  });
}
