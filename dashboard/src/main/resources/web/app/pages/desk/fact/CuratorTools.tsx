import type {ComponentType} from 'preact';
import {useEffect, useState} from 'preact/hooks';
import {useSession} from '../../../api/session.ts';
import type {Claim, Fact} from '../../../api/types.ts';
import {isEmbedded} from '../../../state/embedded.ts';
import {mayCurate} from '../session/roles.ts';

interface Tools {
    FactActions: ComponentType<{fact: Fact; onDone(): void}>;
    ClaimActions: ComponentType<{fact: Fact; claim: Claim; onDone(): void}>;
}

/** The forms of curators are loaded when a curator opens a fact. Others need neither them nor their code. */
function useTools(): Tools | undefined {
    const {roles} = useSession();
    const [tools, setTools] = useState<Tools>();
    // Any page can frame an embedded chart, so it must not have buttons that record something.
    const isCurator = !isEmbedded && mayCurate(roles);
    useEffect(() => {
        if (isCurator) {
            void import('./tools.ts').then(setTools);
        }
    }, [isCurator]);
    return isCurator ? tools : undefined;
}

/** The buttons by which a curator corrects, disputes, verifies or retracts a fact. Others see none. */
export function CuratorTools({fact, onDone}: {fact: Fact; onDone(): void}) {
    const tools = useTools();
    return tools ? <tools.FactActions fact={fact} onDone={onDone} /> : null;
}

/** The buttons by which a curator prefers or withdraws a claim. */
export function CuratorClaimTools(props: {fact: Fact; claim: Claim; onDone(): void}) {
    const tools = useTools();
    return tools ? <tools.ClaimActions {...props} /> : null;
}
