// What modules of a page need when they are loaded. Import this file first.
Object.assign(globalThis, {
    location: new URL('https://register.example/'),
    localStorage: {getItem: () => 'en'},
    sessionStorage: {getItem: () => null},
    addEventListener: () => {},
    document: {documentElement: {lang: 'en'}},
});
