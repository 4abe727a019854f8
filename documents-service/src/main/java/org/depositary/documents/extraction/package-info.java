/**
 * From bytes to text with addresses: which kind of file it is, which text stands in it, which passages the text has,
 * in which language, and what the document says about itself.
 *
 * <p>Pure functions of the bytes and the declared media type: the same input gives the same text, the same anchors
 * and the same offsets, so an extraction that was interrupted is simply done again. A kind of file is read by one
 * {@link org.depositary.documents.extraction.Extractor}; {@link org.depositary.documents.extraction.Extraction} holds
 * their register.
 */
package org.depositary.documents.extraction;
