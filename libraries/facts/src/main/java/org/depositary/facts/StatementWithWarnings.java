package org.depositary.facts;

import java.util.List;

/** A statement that can be accepted and yet look odd. Whoever makes it is told so, and decides. */
public interface StatementWithWarnings {

    /** What looks odd, each a short sentence; none where nothing does. */
    List<String> warnings();
}
