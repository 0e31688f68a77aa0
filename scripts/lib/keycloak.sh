# Sourced by the scripts: keycloak fetches the Keycloak that trials run against, once, and says where it lies.

keycloak() {
    local version=26.7.3
    local folder=$PWD/target/interop/keycloak-$version
    if [ ! -x "$folder/bin/kc.sh" ]; then
        mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:unpack \
            -Dartifact="org.keycloak:keycloak-quarkus-dist:$version:zip" -DoutputDirectory="$PWD/target/interop" >&2
        chmod +x "$folder/bin/"*.sh
    fi
    echo "$folder"
}
