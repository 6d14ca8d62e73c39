{{- define "lab.name" -}}
{{- if contains "milvus" .Release.Name }}{{ .Release.Name }}{{ else }}{{ .Release.Name }}-milvus{{ end }}
{{- end }}

{{/* What Services select by. */}}
{{- define "lab.selector" -}}
app.kubernetes.io/name: {{ .app | default "milvus" }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- with .component }}
component: {{ . }}
{{- end }}
{{- end }}

{{- define "lab.labels" -}}
{{ include "lab.selector" . }}
helm.sh/chart: {{ .root.Chart.Name }}-{{ .root.Chart.Version }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
{{- end }}

{{- define "lab.account" -}}
{{- if .Values.serviceAccount.create }}{{ .Values.serviceAccount.name | default "milvus" }}{{ else }}{{ .Values.serviceAccount.name | default "default" }}{{ end }}
{{- end }}

{{/* The parts of Milvus that run, each with its values' key and its name. */}}
{{- define "lab.parts" -}}
{{- if .Values.cluster.enabled -}}
proxy: proxy
mixCoordinator: mixcoord
queryNode: querynode
dataNode: datanode
indexNode: indexnode
{{- else -}}
standalone: standalone
{{- end }}
{{- end }}

{{- define "lab.storageSecret" -}}
{{- .Values.minio.existingSecret | default (printf "%s-minio" .Release.Name) }}
{{- end }}
