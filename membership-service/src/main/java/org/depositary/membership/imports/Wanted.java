package org.depositary.membership.imports;

import org.depositary.membership.domain.MembershipChange;

/**
 * A change that a file says.
 *
 * @param line where
 */
record Wanted(int line, Statement statement) {

    MembershipChange change() {
        return statement.change();
    }
}
