package vn.lienthong.hub.catalog.sender;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A system that sends dossiers, as {@code config/departments/<id>.yaml} describes it.
 *
 * @param format name of the decoder
 * @param mappingPath the mapping file, as a path of the configuration
 * @param configVersion the version this description is from
 * @param settings the whole file, for what only one module reads
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
        String mappingPath,
        long configVersion,
        JsonNode settings) {}
