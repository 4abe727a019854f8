/** What a party does about an instrument, which acts may follow each other, and when a party is bound. */
package org.depositary.vocabulary.instruments;
