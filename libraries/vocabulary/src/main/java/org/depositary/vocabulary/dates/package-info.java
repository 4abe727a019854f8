/** Imprecise dates and periods (EDTF), and how surely they cover a day. */
package org.depositary.vocabulary.dates;
