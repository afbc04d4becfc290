import stored from './weights.json' with { type: 'json' };

/**
 * How often a true pair agrees in each way (the m of Fellegi and Sunter). Counted by `npm run search:weights` from
 * pairs of a person and what was asked for him, and stored; how common a value is (the u) comes from the columns.
 */
export type Weights = typeof stored;
export const weights: Weights = stored;
