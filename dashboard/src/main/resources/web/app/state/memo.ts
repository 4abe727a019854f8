import {Component, h, type ComponentChildren, type ComponentType} from 'preact';

/**
 * A component that is drawn again only if one of its properties has changed.
 *
 * Once `preact/compat`, which has such a function too, is loaded, every `onChange` of a text field is called after each letter.
 */
export function memo<P extends object>(Drawn: ComponentType<P>): ComponentType<P> {
    return class extends Component<P> {
        override shouldComponentUpdate(next: Readonly<P>): boolean {
            const [one, other] = [this.props as Readonly<P>, next].map(props => new Map(Object.entries(props)));
            return one!.size !== other!.size || [...one!].some(([name, value]) => !Object.is(value, other!.get(name)));
        }

        override render(): ComponentChildren {
            return h(Drawn, this.props as P);
        }
    };
}
