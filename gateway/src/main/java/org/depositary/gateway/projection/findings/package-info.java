/** What looks odd about facts, alone or beside others. What is a finding in the end is asked at read. */
package org.depositary.gateway.projection.findings;
