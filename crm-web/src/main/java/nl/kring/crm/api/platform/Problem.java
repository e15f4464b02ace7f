package nl.kring.crm.api.platform;

import java.util.Map;

/**
 * An error as application/problem+json (RFC 9457).
 *
 * @param title in Dutch
 * @param titles the same in Dutch and in English, by language
 * @param code the reason, for programs
 */
public record Problem(String type, int status, String title, Map<String, String> titles, String code) {}
