package org.depositary.membership.imports;

import java.util.List;
import org.depositary.membership.domain.MembershipChange;
import org.depositary.vocabulary.Source;

/** What a fact states, and where that stands. */
record Statement(MembershipChange change, List<Source> sources) {}
