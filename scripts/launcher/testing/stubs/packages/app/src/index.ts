export const page = 'first';
