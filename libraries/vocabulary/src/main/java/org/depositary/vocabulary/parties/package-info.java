/** States and organisations: their codes and names, and the places in them. */
package org.depositary.vocabulary.parties;
