package org.depositary.facts;

import java.util.List;

/** A statement that is valid but may look odd. The response to the caller contains the warnings. */
public interface StatementWithWarnings {

    /** One short sentence per warning. Empty if nothing looks odd. */
    List<String> warnings();
}
