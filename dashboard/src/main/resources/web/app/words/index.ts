import {language, locale, type Language} from '../state/language.ts';
import {en} from './en.ts';
import {nl} from './nl.ts';
import {ru} from './ru.ts';

export type Word = keyof typeof en;

const WORDS: Record<Language, Record<Word, string>> = {en, nl, ru};

/** A text of the interface in the reader's language. `{name}` in it stands for a value. */
export function t(key: Word, values: Record<string, string | number> = {}): string {
    return WORDS[language()][key].replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all));
}

export function hasWord(prefix: string, code: string): boolean {
    return `${prefix}.${code}` in en;
}

/** The word for a code of the interface, such as a status. A code without a word is shown as it is. */
export function word(prefix: string, code: string, values: Record<string, string> = {}): string {
    const key = `${prefix}.${code}`;
    return key in en ? t(key as Word, values) : code.replaceAll('-', ' ');
}

/** The name in the reader's language, else in English, else any. */
export function nameIn(names: Record<string, string> | undefined): string {
    return names?.[language()] ?? names?.en ?? Object.values(names ?? {})[0] ?? '';
}

export function languageName(tag: string): string {
    try {
        return new Intl.DisplayNames([language()], {type: 'language'}).of(tag) ?? tag;
    } catch {
        return tag;
    }
}

export function number(value: number): string {
    return new Intl.NumberFormat(locale(), {maximumFractionDigits: 2}).format(value);
}
