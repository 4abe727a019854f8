/** Codes of lands that have no number of ISO 3166-1 in the source, by the name there. */
export const CODES_BY_NAME = {Kosovo: 'XK'};

/** ISO 3166-1 codes that the source has no shape for: longitude, latitude. */
export const PLACES = {
    BQ: [-68.25, 12.18],
    BV: [3.36, -54.42],
    CC: [96.83, -12.17],
    CX: [105.63, -10.49],
    GF: [-53.1, 3.95],
    GI: [-5.35, 36.14],
    GP: [-61.55, 16.25],
    MQ: [-61.02, 14.64],
    RE: [55.53, -21.12],
    SJ: [16.0, 78.5],
    TK: [-171.85, -9.2],
    TV: [179.2, -8.52],
    UM: [166.65, 19.28],
    YT: [45.17, -12.83],
};
