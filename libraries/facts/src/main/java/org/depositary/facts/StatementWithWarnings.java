package org.depositary.facts;

import java.util.List;

/** A statement that can be valid and still look like a mistake. The response to the caller then contains warnings. */
public interface StatementWithWarnings {

    /** Returns one short sentence per warning. Empty if nothing looks like a mistake. */
    List<String> warnings();
}
