/** What a request can rest on: the evidence that the Dubrovnik Action Plan (Action 5) asks for. */
export const EVIDENCE = ['baseline', 'people', 'area', 'national_plan', 'cost', 'time_frame'] as const;
export type Evidence = (typeof EVIDENCE)[number];
