package vn.lienthong.hub.access;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import vn.lienthong.hub.access.certificates.Certificate;
import vn.lienthong.infra.HubHome;
import vn.lienthong.trust.Seal;
import vn.lienthong.trust.SealedFile;

/** What is remembered of who may call, so that the door opens after a restart with everything else away. */
@Configuration(proxyBeanMethods = false)
class SnapshotConfiguration {

    /** The keys as they were read last. */
    @Bean
    SealedFile<List<ApiKey>> keySnapshot(HubHome home, Seal seal, ObjectMapper json) {
        return new SealedFile<>(
                home.data().resolve("keys").resolve("snapshot"), seal, json, new TypeReference<List<ApiKey>>() {});
    }

    @Bean
    SealedFile<List<Certificate>> certificateSnapshot(HubHome home, Seal seal, ObjectMapper json) {
        return new SealedFile<>(
                home.data().resolve("keys").resolve("certificates"),
                seal,
                json,
                new TypeReference<List<Certificate>>() {});
    }

    /** The identity provider's public keys as they were fetched last, a JSON Web Key Set. */
    @Bean
    SealedFile<String> tokenKeySnapshot(HubHome home, Seal seal, ObjectMapper json) {
        return new SealedFile<>(
                home.data().resolve("keys").resolve("token-keys"), seal, json, new TypeReference<String>() {});
    }
}
