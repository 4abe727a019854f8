/** How every service speaks HTTP: problem+json, callers and their roles, requests and answers of commands. */
package org.depositary.eventsourcing.http;
