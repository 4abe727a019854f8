/** The statuses and candidacies of a party in an organisation, computed from its membership changes. */
package org.depositary.vocabulary.timeline;
