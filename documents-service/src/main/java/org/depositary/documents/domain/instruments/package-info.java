/** Instruments and what their parties did about them. */
package org.depositary.documents.domain.instruments;
