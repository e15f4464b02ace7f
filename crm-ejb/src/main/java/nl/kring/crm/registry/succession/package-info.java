/**
 * What comes instead of what ends: a takeover, merger or split of organisations on a day. It moves who works and belongs
 * there, never who they are, and can be taken back exactly. Other components tell what else hangs on it by observing
 * {@link nl.kring.crm.registry.succession.SuccessionPreviewed}.
 */
package nl.kring.crm.registry.succession;
