import { t } from '../../../words';
import { en } from '../../../words/en';

/** The name of a field in the reader's language. A field that the words do not know yet has its own name, in parts. */
export function fieldLabel(name: string): string {
  const key = `field.${name}`;
  return key in en ? t(key as keyof typeof en) : inParts(name);
}

/** The name of a value of an enumeration. */
export function choiceLabel(value: string): string {
  const key = `choice.${value}`;
  return key in en ? t(key as keyof typeof en) : value.replaceAll('-', ' ');
}

function inParts(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('-', ' ').toLowerCase();
}
