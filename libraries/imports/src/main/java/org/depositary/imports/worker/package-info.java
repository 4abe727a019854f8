/** Works off the queue of imports in the background. */
package org.depositary.imports.worker;
