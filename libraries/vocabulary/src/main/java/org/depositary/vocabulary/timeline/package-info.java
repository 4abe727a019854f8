/** What a party's status in an organisation was, span by span, told from the changes to it. */
package org.depositary.vocabulary.timeline;
