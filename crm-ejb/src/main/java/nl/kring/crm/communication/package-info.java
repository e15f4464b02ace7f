/**
 * What leaves for people: messages are written with the fact that they tell and go out after its commit, at least once,
 * under a fixed Message-ID.
 *
 * <p>Nothing but the outbox opens a connection to a mail server. Where delivery is set to the screen, nothing leaves.
 */
package nl.kring.crm.communication;
