/** Where invented records say that they come from. */
export const demoSource = 'Dữ liệu minh họa';

/** Name among the migrations: the demonstration was loaded into this database once, or taken away. */
export const demoMark = 'demonstration data';
