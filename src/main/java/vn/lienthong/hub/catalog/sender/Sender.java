package vn.lienthong.hub.catalog.sender;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A system that sends dossiers, as {@code config/departments/<id>.yaml} and the files it builds on describe it.
 *
 * @param format name of the decoder
 * @param configVersion the version this description is from
 * @param settings all that is said of it, for what only one module reads
 */
public record Sender(
        String id,
        String name,
        String agencyCode,
        String format,
        Contract contract,
        Reply reply,
        long maxBodyBytes,
        Set<String> contentTypes,
        long configVersion,
        JsonNode settings) {}
