{{/* A StatefulSet with its headless Service: root, app, image, replicas, port, volumes by name ({size, storageClass}), env. */}}
{{- define "lab.stateful" -}}
{{- $name := printf "%s-%s" .root.Release.Name .app }}
apiVersion: v1
kind: Service
metadata:
  name: {{ $name }}-headless
  namespace: {{ .root.Release.Namespace }}
  labels: {{- include "lab.labels" . | nindent 4 }}
spec:
  clusterIP: None
  publishNotReadyAddresses: true
  ports: [{name: client, port: {{ .port }}, targetPort: client}]
  selector: {{- include "lab.selector" . | nindent 4 }}
---
apiVersion: v1
kind: Service
metadata:
  name: {{ $name }}
  namespace: {{ .root.Release.Namespace }}
  labels: {{- include "lab.labels" . | nindent 4 }}
spec:
  type: ClusterIP
  ports: [{name: client, port: {{ .port }}, targetPort: client}]
  selector: {{- include "lab.selector" . | nindent 4 }}
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: {{ $name }}
  namespace: {{ .root.Release.Namespace }}
  labels: {{- include "lab.labels" . | nindent 4 }}
spec:
  replicas: {{ .replicas }}
  serviceName: {{ $name }}-headless
  podManagementPolicy: Parallel
  selector:
    matchLabels: {{- include "lab.selector" . | nindent 6 }}
  template:
    metadata:
      labels: {{- include "lab.labels" . | nindent 8 }}
    spec:
      containers:
        - name: {{ .app }}
          image: {{ .image }}
          ports: [{name: client, containerPort: {{ .port }}}]
          env: {{- toYaml (.env | default list) | nindent 12 }}
          resources: {{- toYaml (.resources | default dict) | nindent 12 }}
          volumeMounts:
          {{- range $volume, $_ := .volumes }}
            - {name: {{ $volume }}, mountPath: /data/{{ $volume }}}
          {{- end }}
  volumeClaimTemplates:
  {{- range $volume, $claim := .volumes }}
    - metadata: {name: {{ $volume }}}
      spec:
        accessModes: [ReadWriteOnce]
        {{- with $claim.storageClass }}
        storageClassName: {{ . }}
        {{- end }}
        resources: {requests: {storage: {{ $claim.size }}}}
  {{- end }}
---
{{- end }}
